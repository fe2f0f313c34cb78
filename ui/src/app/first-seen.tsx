/** What index.html shows until the program has come, until its first screen has come, too. */
export function FirstSeen() {
  return (
    <p className="first-seen">
      <img src="/dashboard/icon.svg" alt="" width={28} height={28} />
      Quittance
    </p>
  )
}
