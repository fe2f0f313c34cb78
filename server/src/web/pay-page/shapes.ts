/** Shapes as inline SVG, 20 units square. They say nothing alone: a word always stands beside them. */
const paths = {
  check: '<circle cx="10" cy="10" r="9"/><path class="ink" d="m6 10.5 2.7 2.7L14 7.5"/>',
  clock: '<circle cx="10" cy="10" r="9"/><path class="ink" d="M10 5.5V10l3 2"/>',
  warning: '<path d="M10 1.5 19 18H1z"/><path class="ink" d="M10 7.5v4.6m0 2.6v.1"/>',
  cross: '<path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"/><path class="ink" d="m7 7 6 6m0-6-6 6"/>',
  note: '<rect x="1" y="1" width="18" height="18" rx="5"/><path class="ink" d="M10 9.2v5m0-8.6v.1"/>',
  call: '<path class="line" d="M4.5 2.5h3l1.3 4-1.9 1.4a10 10 0 0 0 5.2 5.2l1.4-1.9 4 1.3v3c0 .9-.7 1.6-1.6 1.5C8.9 16.5 3.5 11.1 3 4.1c0-.9.6-1.6 1.5-1.6z"/>',
  text: '<path class="line" d="M3 3.5h14v10H9l-4 3.5v-3.5H3z"/>',
  mail: '<path class="line" d="M2.5 4.5h15v11h-15z m0 .7 7.5 5.8 7.5-5.8"/>',
  lock: '<path class="line" d="M4 9h12v8.5H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3"/>',
  download: '<path class="line" d="M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13"/>',
} as const

export type Shape = keyof typeof paths

export function shape(name: Shape): string {
  return `<svg class="shape" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths[name]}</svg>`
}
