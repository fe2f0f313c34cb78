import { startSandbox } from './start.ts'

const { env } = process

const sandbox = await startSandbox({
  port: Number(env.SANDBOX_PORT ?? 3001),
  smtpPort: Number(env.SANDBOX_SMTP_PORT ?? 0),
  ...(env.SANDBOX_DATABASE_URL ? { databaseUrl: env.SANDBOX_DATABASE_URL } : {}),
  ...(env.SANDBOX_SECRET_KEY ? { secretKey: env.SANDBOX_SECRET_KEY } : {}),
  ...(env.SANDBOX_PUBLISHABLE_KEY ? { publishableKey: env.SANDBOX_PUBLISHABLE_KEY } : {}),
})

console.log(JSON.stringify({ url: sandbox.url, smtp_port: sandbox.smtpPort }))

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void sandbox.stop().then(() => process.exit(0))
  })
}
