/** What stands open beside a list, or in its place, bears this attribute. */
export const OPENED = '[data-opened]'
