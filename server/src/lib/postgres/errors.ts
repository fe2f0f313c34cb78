/** Something stops the embedded PostgreSQL from starting; the message says what, and what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

/** Another live process supervises this data directory. */
export class DataDirectoryInUse extends EmbeddedPostgresError {
  override name = 'DataDirectoryInUse'
  readonly pid: number | null

  constructor(dataDir: string, pid: number | null) {
    const who = pid === null ? 'another process' : `process ${pid}`
    super(
      `The data directory ${dataDir} is in use by ${who}. Nothing was changed. ` +
        `Stop ${pid === null ? 'it' : `process ${pid}`} first, or give this start a DATA_DIR of its own.`,
    )
    this.pid = pid
  }
}
