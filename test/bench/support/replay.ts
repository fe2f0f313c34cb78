import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { answer, startProcess, stopProcess } from './processes.ts'

/** A script of `:n` that another program runs, prepared, on so many connections, as fast as it can. */
export interface Replay {
  name: string
  /** Runs the script once for each number from `from` on, `each` times on every connection. Returns the rate. */
  run(from: number, each: number): Promise<number>
  stop(): Promise<void>
}

const call = promisify(execFile)

/** pgbench where there is one, else a bare loop in a process of its own. */
export async function startReplay(
  url: string,
  script: readonly string[],
  connections: number,
): Promise<Replay> {
  const version = await call('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
  return version === undefined
    ? replayByLoop(url, script, connections)
    : replayByPgbench(url, script, connections, version)
}

async function replayByPgbench(
  url: string,
  script: readonly string[],
  connections: number,
  version: string,
): Promise<Replay> {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-bench-'))
  const file = join(folder, 'script.sql')
  await writeFile(
    file,
    [
      '\\set n :first + :client_id * :each + :turn',
      '\\set turn :turn + 1',
      ...script.map((text) => `${text};`),
    ].join('\n'),
  )
  return {
    name: version,
    run: async (from, each) => {
      const variables = { first: from, each, turn: 0 }
      const { stdout } = await call(
        'pgbench',
        [
          ...[
            '--no-vacuum',
            '--protocol=prepared',
            `--client=${connections}`,
            '--jobs=2',
            `--transactions=${each}`,
          ],
          ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
          ...[`--file=${file}`, url],
        ],
        { maxBuffer: 2 ** 24 },
      )
      const done = /transactions actually processed: (\d+)\/(\d+)/.exec(stdout)
      if (done === null || done[1] !== done[2]) throw new Error(`pgbench did not run all of it:\n${stdout}`)
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    },
    stop: () => rm(folder, { recursive: true }),
  }
}

async function replayByLoop(url: string, script: readonly string[], connections: number): Promise<Replay> {
  const child = await startProcess(new URL('./replay-loop.ts', import.meta.url))
  const ask = async (message: object) => {
    const result = answer<{ perSecond: number }>(child, (found) => 'perSecond' in found)
    child.send(message)
    return (await result).perSecond
  }
  await ask({ url, script, connections })
  return {
    name: 'a bare loop of pg',
    run: (from, each) => ask({ from, each }),
    stop: () => stopProcess(child),
  }
}
