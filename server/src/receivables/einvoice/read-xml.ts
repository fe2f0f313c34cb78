import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { decodeXml } from './decode-xml.ts'
import {
  EInvoiceDoctype,
  EInvoiceError,
  EInvoiceMalformed,
  EInvoiceTooDeep,
  EInvoiceTooLarge,
} from './errors.ts'
import type { XmlNode } from './xml-tree.ts'

export const MAX_DEPTH = 50
export const MAX_ELEMENTS = 300_000
export const MAX_ATTRIBUTES = 50
const MAX_ATTRIBUTE_LENGTH = 10_000
const MAX_MESSAGE_LENGTH = 200

/** The namespaces that are read, and the prefix by which this code calls each; a file may use any prefix. */
const PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'ubl',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'ubl-cn',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100': 'rsm',
  'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100': 'ram',
  'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100': 'udt',
  'urn:un:unece:uncefact:data:standard:QualifiedDataType:100': 'qdt',
}

/** Attachments: large, never imported, so never kept. */
const DROPPED = new Set(['cbc:EmbeddedDocumentBinaryObject', 'ram:AttachmentBinaryObject'])

/**
 * The document as a tree of the elements in known namespaces; others are passed over. Written for hostile input:
 * no document type at all (so no entities beyond XML's five), and limits on everything.
 */
export function readXml(bytes: Uint8Array): XmlNode {
  const text = decodeXml(bytes)
  const tree = new TreeBuilder()
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('xmldecl', ({ version }) => {
    if (version !== '1.0') throw new EInvoiceMalformed('The file is not XML 1.0.')
  })
  parser.on('doctype', () => {
    throw new EInvoiceDoctype('The file has a document type declaration, which no e-invoice may have.')
  })
  parser.on('opentagstart', () => tree.count())
  parser.on('attribute', (attribute) => tree.countAttribute(attribute.value))
  parser.on('opentag', (tag) => tree.open(tag.uri, tag.local, tag.attributes))
  parser.on('text', (part) => tree.append(part))
  parser.on('cdata', (part) => tree.append(part))
  parser.on('closetag', () => tree.close())
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof EInvoiceError) throw error
    const reason = error instanceof Error ? error.message.slice(0, MAX_MESSAGE_LENGTH) : 'unreadable'
    throw new EInvoiceMalformed(`The file is not well-formed XML (${reason}).`)
  }
  if (!tree.root) throw new EInvoiceMalformed('The file is not well-formed XML (no root element).')
  return tree.root
}

class TreeBuilder {
  root: XmlNode | undefined
  private current: XmlNode | undefined
  private depth = 0
  private elements = 0
  private attributes = 0
  /** Depth of the element that is being passed over with all it holds, or 0. */
  private passedOver = 0

  count(): void {
    this.depth += 1
    this.elements += 1
    this.attributes = 0
    if (this.depth > MAX_DEPTH)
      throw new EInvoiceTooDeep(`The file nests elements more than ${MAX_DEPTH} deep.`)
    if (this.elements > MAX_ELEMENTS)
      throw new EInvoiceTooLarge(`The file has more than ${MAX_ELEMENTS} elements.`)
  }

  countAttribute(value: string): void {
    this.attributes += 1
    if (this.attributes > MAX_ATTRIBUTES || value.length > MAX_ATTRIBUTE_LENGTH) {
      throw new EInvoiceTooLarge(
        `An element has more than ${MAX_ATTRIBUTES} attributes, or one of more than ${MAX_ATTRIBUTE_LENGTH} characters.`,
      )
    }
  }

  open(uri: string, local: string, attributes: Record<string, SaxesAttributeNS>): void {
    const prefix = Object.hasOwn(PREFIXES, uri) ? PREFIXES[uri] : undefined
    const isRoot = this.depth === 1
    if (this.passedOver || (!prefix && !isRoot)) {
      this.passedOver ||= this.depth
      return
    }
    const name = prefix ? `${prefix}:${local}` : local
    const plain = Object.values(attributes).filter((attribute) => attribute.prefix === '')
    const node: XmlNode = {
      name,
      attributes: new Map(plain.map((attribute) => [attribute.local, attribute.value])),
      text: '',
      children: [],
      parent: this.current,
    }
    if (isRoot) this.root = node
    this.current?.children.push(node)
    this.current = node
  }

  append(part: string): void {
    if (this.current && !this.passedOver && !DROPPED.has(this.current.name)) this.current.text += part
  }

  close(): void {
    if (this.passedOver === 0) this.current = this.current?.parent
    else if (this.passedOver === this.depth) this.passedOver = 0
    this.depth -= 1
  }
}
