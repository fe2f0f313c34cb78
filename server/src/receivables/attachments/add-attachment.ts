import { createHash } from 'node:crypto'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { attachmentAdded } from '../events.ts'
import { ATTACHMENT, type Attachment } from './attachments.queries.ts'
import { AttachmentNameRefused, AttachmentTypeRefused } from './errors.ts'
import { FILE_TYPES, type FileType, fileTypeOf } from './file-type.ts'

/** The largest file that is taken, in bytes. The table's check says the same. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024

/** Folders, line ends and other controls, and characters that turn the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused
const NOT_IN_A_NAME = /[/\\\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

/**
 * Keeps a document that payers will be able to download. What it is, its content says, not its name or header.
 * Throws `AttachmentTypeRefused` and `AttachmentNameRefused`.
 */
export async function addAttachment(
  tx: Tx,
  actor: Actor,
  file: { name: string; declaredType: string; bytes: Uint8Array },
): Promise<Attachment> {
  const type = typeOf(file)
  checkName(file.name, type)
  const id = newId<'att'>()
  const { bytes } = file
  const sha256 = createHash('sha256').update(bytes).digest()
  const [added] = await Promise.all([
    tx.one(sql<Attachment>`
      insert into receivables.attachments (company_id, id, file_name, content_type, size_bytes, sha256, bytes)
      values (${tx.companyId}, ${id}, ${file.name}, ${type}, ${bytes.length}, ${sha256}, ${Buffer.from(bytes)})
      returning ${ATTACHMENT}`),
    emit(tx, actor, attachmentAdded, id, { sha256: sha256.toString('hex'), size: bytes.length }),
  ])
  return added
}

const ANY_TYPE = 'application/octet-stream'

function typeOf({ bytes, declaredType }: { bytes: Uint8Array; declaredType: string }): FileType {
  const type = fileTypeOf(bytes)
  if (type === undefined) {
    throw new AttachmentTypeRefused(
      'The content is no PDF, PNG, JPEG or WebP file, whatever its name says. Nothing was kept; send one of these.',
    )
  }
  if (declaredType !== ANY_TYPE && declaredType !== type) {
    throw new AttachmentTypeRefused(
      `The file was sent as ${declaredType}, but its content is ${type}. Nothing was kept; send it as what it is.`,
    )
  }
  return type
}

function checkName(name: string, type: FileType): void {
  const { endings, name: typeName } = FILE_TYPES[type]
  const lower = name.toLowerCase()
  if (NOT_IN_A_NAME.test(name) || name.trim() === '' || name.startsWith('.')) {
    throw new AttachmentNameRefused(
      'A file name takes no folders, line ends or characters that turn text around, and does not begin with a point. Nothing was kept.',
      { field: 'file_name' },
    )
  }
  if (!endings.some((ending) => lower.endsWith(ending))) {
    throw new AttachmentNameRefused(
      `This is a ${typeName}, so its name must end with ${endings.join(' or ')}. Nothing was kept.`,
      { field: 'file_name' },
    )
  }
}
