import { describe, expect, it } from 'vitest'
import { fillText, LINK_MARK, requireWhole } from './fill-text.ts'
import { SHIPPED_TEMPLATES } from './shipped-templates.ts'

const values = { 'customer.name': 'Zoé', 'customer.meta_rent_due': '1 May', link: LINK_MARK }

describe('The variables of a text', () => {
  it('R-147 are filled however many spaces stand inside their braces', () => {
    expect(fillText('{customer.name} { customer.name } {\u00a0customer.name   }', values).text).toBe(
      'Zoé Zoé Zoé',
    )
  })

  it('R-149 may be custom attributes', () => {
    expect(fillText('Due { customer.meta_rent_due }', values)).toEqual({
      text: 'Due 1 May',
      unknown: [],
      missing: [],
      blanks: [],
    })
    expect(fillText('{ appointment.meta_animal_name }', values).missing).toEqual([
      'appointment.meta_animal_name',
    ])
  })

  it.each([
    '{ customer.nom }',
    '{}',
    '{ constructor }',
    '{ customer.__proto__ }',
    '{ customer.meta_ }',
    '{ CUSTOMER.NAME }',
  ])('that mean nothing are named: %s', (name) =>
    expect(fillText(`a ${name} b`, values).unknown).toEqual([name]),
  )

  it.each(['Hello { customer.name', 'Hello customer.name }', '{{ customer.name }}'])(
    'whose braces were edited are not sent as they are: %s',
    (text) => {
      expect(fillText(text, values).unknown).not.toEqual([])
      expect(() => requireWhole(fillText(text, values), { allowBlanks: true })).toThrow(/names nothing/)
    },
  )

  it('are not read again in a value, and a value brings no link, blank or line along', () => {
    const hostile = `{ company.name } [ % ] ${LINK_MARK}{ link }\r\nBcc: x\u2028y`
    expect(
      fillText('<{ customer.name }>', { 'customer.name': hostile, 'company.name': 'No', link: LINK_MARK }),
    ).toEqual({
      text: '<{ company.name } [ % ] { link } Bcc: x y>',
      unknown: [],
      missing: [],
      blanks: [],
    })
    expect(fillText(`stolen ${LINK_MARK}`, values).text).toBe('stolen ')
  })

  it('of nothing but spaces are missing', () => {
    expect(fillText('{ customer.name }', { 'customer.name': ' \n ' }).missing).toEqual(['customer.name'])
  })

  it('R-150 leave what stands in brackets to the sender, who is told of it', () => {
    expect(fillText('[%] of [ {customer.name} or who ] and [%]', values).blanks).toEqual([
      '[%]',
      '[ … or who ]',
    ])
  })
})

describe('The texts that come with the product', () => {
  it.each(SHIPPED_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s names only what exists',
    (_, template) => {
      const known = fillText(`${template.subject ?? ''}${template.body}`, {})
      expect(known.unknown).toEqual([])
      // French sets a no-break space before these.
      if (template.language === 'fr') expect(template.body).not.toMatch(/ [:;?!]/)
    },
  )

  it('R-151 R-153 stand in both languages with the same variables and as many blanks', () => {
    for (const english of SHIPPED_TEMPLATES.filter(({ language }) => language === 'en')) {
      const french = SHIPPED_TEMPLATES.find(({ id }) => id === english.id.replace(/en$/, 'fr'))
      expect(fillText(french?.body ?? '', {}).missing.sort()).toEqual(
        fillText(english.body, {}).missing.sort(),
      )
      expect(fillText(french?.body ?? '', {}).blanks).toHaveLength(fillText(english.body, {}).blanks.length)
    }
  })
})
