import { describe, expect, it } from 'vitest'
import { comparedText, isSameSeller, type SellerIdentity } from './same-seller.ts'

const seller = (...names: string[]): SellerIdentity => ({ names, taxId: null, addresses: [] })
const taxed = (name: string, taxId: string): SellerIdentity => ({ ...seller(name), taxId })

describe('two sellers are the same', () => {
  it.each([
    ['Rosa Blooms', 'ROSA  BLOOMS'],
    ['Rosa Blooms', 'Rosa Blooms, L.L.C.'],
    ['Café Lune SARL', 'cafe lune'],
    ['Café Lune S.à r.l.', 'CAFE LUNE'],
    ['Straße & Söhne GmbH & Co. KG', 'Strasse Söhne'],
    ["L'Atelier", 'L’Atelier SAS'],
    ['株式会社バラ', '株式会社バラ'],
    ['SA', 'S.A.'],
  ])('by name: %s is %s', (one, other) => expect(isSameSeller(seller(one), seller(other))).toBe(true))

  it('by any name that they have in common', () =>
    expect(isSameSeller(seller('Roses', 'Rosa Blooms LLC'), seller('Rosa Blooms', 'RB Holding'))).toBe(true))

  it.each([
    ['FR 12 345678901', 'fr12345678901'],
    ['DE123456789', '123456789'],
    ['CHE-123.456.788', 'CHE123456788'],
  ])('by tax id, whatever they are called: %s is %s', (one, other) =>
    expect(isSameSeller(taxed('Rosa', one), taxed('Lune', other))).toBe(true),
  )

  it('by electronic address', () => {
    const one = { ...seller('Rosa'), addresses: ['Hello@Rosa.test'] }
    expect(isSameSeller(one, { ...taxed('Lune', 'X1'), addresses: ['hello@rosa.test '] })).toBe(true)
  })
})

describe('they are not', () => {
  it.each([
    ['Rosa Blooms', 'Rosa'],
    ['Café Lune', 'Café Soleil'],
    ['---', '***'],
  ])('by name: %s and %s', (one, other) => expect(isSameSeller(seller(one), seller(other))).toBe(false))

  it.each([
    ['FR12345678901', 'FR12345678902'],
    ['FR123456789', 'DE123456789'],
  ])('where the tax ids differ, however alike their names: %s and %s', (one, other) =>
    expect(isSameSeller(taxed('Rosa', one), taxed('Rosa', other))).toBe(false),
  )

  it('because neither says an address', () =>
    expect(isSameSeller(seller('Rosa'), seller('Lune'))).toBe(false))
})

it('one seller, written otherwise, is the same text', () => {
  const one = { names: ['Rosa Blooms LLC', 'Roses'], taxId: 'EU 372', addresses: ['A@b.test'] }
  const other = { names: ['roses', 'ROSA BLOOMS'], taxId: 'EU372', addresses: ['a@b.test'] }
  expect(comparedText(one)).toBe(comparedText(other))
  expect(comparedText(one)).not.toBe(comparedText({ ...one, taxId: null }))
})
