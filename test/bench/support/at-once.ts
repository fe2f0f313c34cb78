/** Runs `work` for 1 to `count`, so many at once. Returns how many were done in a second. */
export async function rateOf(
  count: number,
  atOnce: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> {
  let next = 1
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next <= count) await work(next++)
    }),
  )
  return (count * 1000) / (performance.now() - start)
}
