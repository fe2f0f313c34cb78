/**
 * The header that names a file (RFC 6266): in plain ASCII for old readers, and percent-encoded UTF-8 for all others,
 * so that no name can end the header or begin another.
 */
export function contentDisposition(how: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
