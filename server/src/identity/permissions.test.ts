import { describe, expect, it } from 'vitest'
import { PERMISSIONS, permissionsOf, ROLES, type Role } from './permissions.ts'

const holders = (permission: (typeof PERMISSIONS)[number]): Role[] =>
  ROLES.filter((role) => permissionsOf([role]).has(permission))

describe('The table of role → permission', () => {
  it('R-001 payment links may be sent only by Admin, Cashier, Sales, Sales Allocations and Sales Manager', () => {
    expect(holders('requests.send')).toEqual([
      'admin',
      'cashier',
      'sales',
      'sales_allocations',
      'sales_manager',
    ])
  })

  it('R-002 receiving payments and requesting payment information is open to all eight roles', () => {
    expect(holders('payments.receive')).toEqual([...ROLES])
    expect(holders('payment_methods.request')).toEqual([...ROLES])
  })

  it('gives the admin everything, and a person with two roles what either may', () => {
    expect([...permissionsOf(['admin'])]).toEqual([...PERMISSIONS])
    const both = permissionsOf(['credit_manager', 'sales'])
    expect(both.has('requests.send')).toBe(true)
    expect(both.has('refunds.create')).toBe(false)
  })
})
