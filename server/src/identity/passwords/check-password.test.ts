import { expect, it } from 'vitest'
import { checkPassword, PasswordTooWeak } from './check-password.ts'
import { hashPassword, isPassword } from './hash-password.ts'

const known = ['Cora Lagarde', 'cora@rosablooms.test', 'Rosa Blooms']

it.each([
  'eleven char',
  'passwordpassword',
  'motdepasse2026',
  'azertyuiop123',
  'qwertyuiop123',
  '123456789012',
  'aaaaaaaaaaaaaa',
  'abcabcabcabcabc',
  'coralagarde2026',
  'rosablooms1234',
  'cora@rosablooms.test',
  'ＰＡＳＳＷＯＲＤ１２３４',
])('refuses %s', async (password) => {
  await expect(checkPassword(password, known)).rejects.toBeInstanceOf(PasswordTooWeak)
})

it.each(['mon chien aime le foin', 'seven brown kites at dawn', 'x7Kp-29vLq-wTz', 'né à 4 h, étoile & café'])(
  'takes %s',
  async (password) => {
    await checkPassword(password, known)
  },
)

it('a password is one however its letters are composed, and nothing is one where there is none', async () => {
  const hash = await hashPassword('né à l’aube, café'.normalize('NFC'))
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(hash, 'né à l’aube, café'.normalize('NFD'))).toBe(true)
  expect(await isPassword(hash, 'ne a l’aube, cafe')).toBe(false)
  expect(await isPassword(null, 'correct horse')).toBe(false)
  expect(await isPassword(undefined, 'correct horse')).toBe(false)
})
