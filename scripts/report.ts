/** Ends a check: each difference on a line of its own and a non-zero status, or one line that says what holds. */
export function report(differences: readonly string[], holds: string): void {
  for (const difference of differences) console.error(difference)
  if (differences.length > 0) {
    console.error(`${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`)
    process.exitCode = 1
    return
  }
  console.log(holds)
}
