/** detail: what a thing that is open beside its list is made of. */
export { DetailForm } from './detail-form.tsx'
export { DetailHead } from './detail-head.tsx'
export { DetailPage } from './detail-page.tsx'
export { Fact, Facts, Part } from './part.tsx'
