/** Loaded beside a program of ours (`--import`): tells what memory it holds after a full collection, when asked. */
process.on('message', (message: { memory?: boolean }) => {
  if (message.memory !== true) return
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ rss, heapUsed, external })
})
