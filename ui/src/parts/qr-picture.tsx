import { useQuery } from '@tanstack/react-query'
import { toDataURL } from 'qrcode'

/** A QR code, black on white in either look, for cameras. */
export function QrPicture({ text }: { text: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: () => toDataURL(text, { margin: 2, scale: 8, errorCorrectionLevel: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data === undefined ? null : <img src={data} alt="QR code" width={240} height={240} />
}
