import { VisuallyHidden } from '@mantine/core'
import { formatDay, formatExactly, formatMoment, formatRelative, useLanguage } from '../words/index.ts'

interface Props {
  /** ISO 8601, as the API says it. */
  at: string
}

/** When something happened, by day and hour in the company's time zone; to the second on hover. */
export function Moment({ at }: Props) {
  const place = useLanguage()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatExactly(date, place)}>
      {formatMoment(date, place)}
    </time>
  )
}

/** The day of something: `Mon 30 Nov`. A day without an hour (`2026-11-30`) is that day in every time zone. */
export function Day({ at }: Props) {
  const place = useLanguage()
  const date = new Date(at)
  if (!at.includes('T'))
    return <time dateTime={at}>{formatDay(date, { locale: place.locale, timeZone: 'UTC' })}</time>
  return (
    <time dateTime={at} title={formatExactly(date, place)}>
      {formatDay(date, place)}
    </time>
  )
}

/** `2 hours ago`, with the exact time on hover and for screen readers. */
export function Ago({ at }: Props) {
  const place = useLanguage()
  const date = new Date(at)
  const exactly = formatExactly(date, place)
  return (
    <time dateTime={at} title={exactly}>
      {formatRelative(date, place.locale)}
      <VisuallyHidden>, {exactly}</VisuallyHidden>
    </time>
  )
}
