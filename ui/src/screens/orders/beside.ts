/** What is not the list of orders, in one file for the browser: who opens one may well edit it, or add the next. */
export { Component as Catalogue } from './catalogue/products.tsx'
export { Component as EditOrder } from './edit-order.tsx'
export { Component as NewOrder } from './new-order.tsx'
export { Component as ShownOrder } from './order.tsx'
