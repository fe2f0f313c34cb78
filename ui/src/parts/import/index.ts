/** import: where files are dropped, and what is said of each. */
export { DropPage } from './drop-page.tsx'
export { default as importStyles } from './import.module.css'
export { RefusedLines } from './refused-lines.tsx'
