import { startSandbox } from './start.ts'

const { env } = process

const sandbox = await start()

function start() {
  return startSandbox(options()).catch((error: NodeJS.ErrnoException) => {
    const busy = error.code === 'EADDRINUSE'
    console.error(
      busy
        ? `Port ${env.SANDBOX_PORT ?? 3001} is taken. Stop what listens there, or set SANDBOX_PORT.`
        : error,
    )
    process.exit(1)
  })
}

function options() {
  return {
    port: Number(env.SANDBOX_PORT ?? 3001),
    smtpPort: Number(env.SANDBOX_SMTP_PORT ?? 0),
    ...(env.SANDBOX_DATABASE_URL ? { databaseUrl: env.SANDBOX_DATABASE_URL } : {}),
    ...(env.SANDBOX_SECRET_KEY ? { secretKey: env.SANDBOX_SECRET_KEY } : {}),
    ...(env.SANDBOX_PUBLISHABLE_KEY ? { publishableKey: env.SANDBOX_PUBLISHABLE_KEY } : {}),
  }
}

console.log(JSON.stringify({ url: sandbox.url, smtp_port: sandbox.smtpPort }))

let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  void sandbox.stop().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop) // whoever started us is gone
