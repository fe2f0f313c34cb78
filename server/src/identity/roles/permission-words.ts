import { defineWords, speak } from '../../lib/words.ts'
import type { Permission, Role } from '../permissions.ts'

const roles: { en: Record<Role, string>; fr: Record<Role, string> } = {
  en: {
    admin: 'Admin',
    accounts_payable: 'Accounts Payable',
    accounts_receivable: 'Accounts Receivable',
    cashier: 'Cashier',
    credit_manager: 'Credit Manager',
    sales: 'Sales',
    sales_allocations: 'Sales Allocations',
    sales_manager: 'Sales Manager',
  },
  fr: {
    admin: 'Administration',
    accounts_payable: 'Comptes fournisseurs',
    accounts_receivable: 'Comptes clients',
    cashier: 'Caisse',
    credit_manager: 'Gestion du crédit',
    sales: 'Ventes',
    sales_allocations: 'Affectation des ventes',
    sales_manager: 'Direction des ventes',
  },
}

const permissions: { en: Record<Permission, string>; fr: Record<Permission, string> } = {
  en: {
    'customers.read': 'See customers',
    'customers.write': 'Add and change customers',
    'invoices.read': 'See invoices',
    'invoices.write': 'Issue, import, change and void invoices',
    'invoices.write_off': 'Write invoices off, and take that back',
    'credits.write': 'Issue credit notes and apply credits',
    'credits.approve': 'Approve credit notes that others wrote',
    'requests.read': 'See payment requests',
    'requests.send': 'Send payment requests and payment links',
    'payments.read': 'See payments',
    'payments.receive': 'Receive payments',
    'payment_methods.request': 'Ask customers for payment details',
    'refunds.create': 'Refund payments',
    'refunds.record': 'Record refunds given by cheque, cash or wire',
    'disputes.answer': 'Answer disputes',
    'templates.read': 'See templates',
    'templates.write': 'Change templates',
    'events.read': 'See what happened, as integrations do',
    'settings.read': 'See settings',
    'settings.write': 'Change settings and the company’s details',
    'audit.read': 'See the audit trail',
    'payments_account.manage': 'Set up the payments account',
    'keys.manage': 'Make and revoke API keys',
    'staff.manage': 'Invite staff and decide what roles may do',
  },
  fr: {
    'customers.read': 'Voir les clients',
    'customers.write': 'Ajouter et modifier des clients',
    'invoices.read': 'Voir les factures',
    'invoices.write': 'Émettre, importer, modifier et annuler des factures',
    'invoices.write_off': 'Passer des factures en pertes, et revenir dessus',
    'credits.write': 'Émettre des avoirs et imputer des crédits',
    'credits.approve': 'Approuver les avoirs rédigés par d’autres',
    'requests.read': 'Voir les demandes de paiement',
    'requests.send': 'Envoyer des demandes et des liens de paiement',
    'payments.read': 'Voir les paiements',
    'payments.receive': 'Encaisser des paiements',
    'payment_methods.request': 'Demander aux clients leurs moyens de paiement',
    'refunds.create': 'Rembourser des paiements',
    'refunds.record': 'Inscrire les remboursements faits par chèque, en espèces ou par virement',
    'disputes.answer': 'Répondre aux litiges',
    'templates.read': 'Voir les modèles',
    'templates.write': 'Modifier les modèles',
    'events.read': 'Voir ce qui s’est passé, comme les intégrations',
    'settings.read': 'Voir les réglages',
    'settings.write': 'Modifier les réglages et les coordonnées de l’entreprise',
    'audit.read': 'Voir la piste d’audit',
    'payments_account.manage': 'Configurer le compte de paiement',
    'keys.manage': 'Créer et révoquer des clés d’API',
    'staff.manage': 'Inviter le personnel et décider de ce que peuvent les rôles',
  },
}

const roleNames = defineWords(roles)
const permissionNames = defineWords(permissions)

export const roleWords = (locale: string) => speak(roleNames, locale)
export const permissionWords = (locale: string) => speak(permissionNames, locale)
