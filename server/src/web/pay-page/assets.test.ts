import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadPayPageAssets } from './assets.ts'

const assets = loadPayPageAssets()

test('our script is under 8 KB compressed, and holds no types, imports or words', () => {
  const script = assets.find(assets.scriptPath)
  const source = script?.body.toString() ?? ''
  console.log(
    `script: ${script?.body.length} bytes, ${script?.brotli?.length} brotli, ${script?.gzip?.length} gzip`,
  )
  expect(script?.brotli?.length).toBeLessThan(8 * 1024)
  expect(script?.gzip?.length).toBeLessThan(8 * 1024)
  expect(source).not.toMatch(/^\s*(import|export|interface|type) /m)
  expect(() => new Function(source)).not.toThrow()
})

test('the stylesheet asks for fonts of ours alone', () => {
  const style = assets.find(assets.stylesheetPath)
  console.log(`stylesheet: ${style?.body.length} bytes, ${style?.brotli?.length} brotli`)
  const addresses = [...(style?.body.toString() ?? '').matchAll(/url\("([^"]*)"\)/g)].map(
    ([, address]) => address ?? '',
  )
  expect(addresses).toHaveLength(4)
  for (const address of addresses) expect(assets.find(address)?.contentType).toBe('font/woff2')
  for (const path of assets.fontPaths) expect(addresses).toContain(path)
})

test('an address changes with what it gives, so it is kept for ever', () => {
  for (const path of [assets.stylesheetPath, assets.scriptPath, ...assets.fontPaths]) {
    const asset = assets.find(path)
    if (!asset) throw new Error(`${path} is not there`)
    expect(path).toContain(createHash('sha256').update(asset.body).digest('base64url').slice(0, 12))
    expect(asset.cacheControl).toBe('public, max-age=31536000, immutable')
    if (asset.brotli) expect(brotliDecompressSync(asset.brotli)).toEqual(asset.body)
    if (asset.gzip) expect(gunzipSync(asset.gzip)).toEqual(asset.body)
  }
  expect(assets.find('/assets/../server.ts')).toBeUndefined()
})
