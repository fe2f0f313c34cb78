import { defineWords } from '../../../words/index.ts'

export const logoWords = defineWords({
  en: {
    title: 'Logo',
    text: 'At the top of payment pages, mails and documents, beside your name.',
    drop: 'Drop a picture here, or choose one.',
    dropAnother: 'Drop another picture here, or choose one.',
    choose: 'Choose a picture',
    limits: 'PNG or JPEG, at most 512 KB and 2,000 × 2,000 pixels. Pages show it 32 pixels high.',
    saved: 'The logo is saved. Payment pages show it within seconds, mails and documents from now on.',
    light: 'On light ground',
    dark: 'On dark ground',
    alt: 'Logo of {name}',
    none: 'There is none. Pages show the first letter of the name.',
    remove: 'Remove',
    removeTitle: 'Remove the logo?',
    removeText:
      'Pages show the first letter of the name again. The picture is not kept: to have it back, send it again. Mails that were sent keep theirs.',
    removeDo: 'Remove the logo',
    removed: 'The logo is removed.',
  },
  fr: {
    title: 'Logo',
    text: 'En haut des pages de paiement, des courriels et des documents, à côté de votre nom.',
    drop: 'Déposez une image ici, ou choisissez-en une.',
    dropAnother: 'Déposez une autre image ici, ou choisissez-en une.',
    choose: 'Choisir une image',
    limits:
      'PNG ou JPEG, 512\u00a0Ko et 2\u202f000\u00a0×\u00a02\u202f000 pixels au plus. Les pages l’affichent sur 32 pixels de haut.',
    saved:
      'Le logo est enregistré. Les pages de paiement l’affichent en quelques secondes, les courriels et les documents dès maintenant.',
    light: 'Sur fond clair',
    dark: 'Sur fond sombre',
    alt: 'Logo de {name}',
    none: 'Il n’y en a pas. Les pages affichent la première lettre du nom.',
    remove: 'Retirer',
    removeTitle: 'Retirer le logo\u00a0?',
    removeText:
      'Les pages afficheront de nouveau la première lettre du nom. L’image n’est pas conservée\u00a0: pour la retrouver, envoyez-la de nouveau. Les courriels déjà partis gardent la leur.',
    removeDo: 'Retirer le logo',
    removed: 'Le logo est retiré.',
  },
})
