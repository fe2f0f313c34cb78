import pg from 'pg'

/** What pgbench does, where there is none: the same statements, prepared, one after the other on each connection. */
interface Open {
  url: string
  script: string[]
  connections: number
}

interface Run {
  from: number
  each: number
}

let script: { name: string; text: string; takesNumber: boolean }[] = []
let clients: pg.Client[] = []

async function open(message: Open): Promise<number> {
  script = message.script.map((text, at) => ({
    name: `s${at}`,
    text: text.replace(/(?<!:):n\b/g, '$1'),
    takesNumber: /(?<!:):n\b/.test(text),
  }))
  clients = Array.from(
    { length: message.connections },
    () => new pg.Client({ connectionString: message.url }),
  )
  await Promise.all(clients.map((client) => client.connect()))
  return 0
}

async function run({ from, each }: Run): Promise<number> {
  const start = performance.now()
  await Promise.all(
    clients.map(async (client, at) => {
      for (let turn = 0; turn < each; turn++) {
        for (const { name, text, takesNumber } of script) {
          await client.query({ name, text, values: takesNumber ? [from + at * each + turn] : [] })
        }
      }
    }),
  )
  return (clients.length * each * 1000) / (performance.now() - start)
}

process.on('message', async (message: Open | Run) => {
  process.send?.({ perSecond: 'script' in message ? await open(message) : await run(message) })
})
process.send?.({ ready: true })
process.on('SIGTERM', () => process.exit(0))
