import { defineEvent } from '../lib/events.ts'

export const customerCreated = defineEvent<Record<string, never>>('customer.created')
export const customerUpdated = defineEvent<{ fields: string[] }>('customer.updated')
export const appointmentCreated = defineEvent<{ customer_id: string }>('appointment.created')
export const appointmentUpdated = defineEvent<{ customer_id: string; fields: string[] }>(
  'appointment.updated',
)
export const appointmentDeleted = defineEvent<{ customer_id: string }>('appointment.deleted')
export const contactAdded = defineEvent<{ customer_id: string }>('contact.added')
export const contactUpdated = defineEvent<{ customer_id: string; fields: string[] }>('contact.updated')
export const contactDeleted = defineEvent<{ customer_id: string }>('contact.deleted')
