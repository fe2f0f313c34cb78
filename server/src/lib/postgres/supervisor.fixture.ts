// A process that starts the embedded PostgreSQL of a data directory and waits to be killed, or for the
// end of its input, at which it stops it. It prints one line of JSON when it is ready.
import { startEmbeddedPostgres } from './index.ts'

const [dataDir = ''] = process.argv.slice(2)
try {
  const { ownerUrl, serverUrl, sandboxUrl, stop } = await startEmbeddedPostgres({
    dataDir,
    log: (message) => console.error(message),
  })
  console.log(JSON.stringify({ ownerUrl, serverUrl, sandboxUrl }))
  process.stdin.resume().once('end', () => void stop().then(() => process.exit()))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
