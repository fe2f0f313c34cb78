import { expect, it } from 'vitest'
import { addressKey } from './address-key.ts'

it('an IPv4 address counts as itself, however it is written', () => {
  for (const written of ['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7:51034', '::FFFF:CB00:7107']) {
    expect(addressKey(written)).toBe('203.0.113.7')
  }
  expect(addressKey('203.0.113.8')).toBe('203.0.113.8')
})

it('an IPv6 address counts by its network of 64 bits', () => {
  for (const written of ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '[2001:db8:1:2::9]:443']) {
    expect(addressKey(written)).toBe('2001:db8:1:2::/64')
  }
  expect(addressKey('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
  expect(addressKey('fe80::1%eth0')).toBe('fe80::/64')
})

it('what is no address counts as one and the same', () => {
  for (const written of ['', 'unknown', '_hidden', '1.2.3.4.5', '<b>'])
    expect(addressKey(written)).toBe('unknown')
})
