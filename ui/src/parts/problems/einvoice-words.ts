import { defineWords } from '../../words/index.ts'

/** Electronic invoices that are imported. */
export const einvoiceProblems = defineWords({
  en: {
    seller_differs:
      'This document is of another seller.\nNothing was imported. Confirm only if your company sells under that name too.',
    einvoice_doctype:
      'The file has a part that no e-invoice may have.\nNothing was imported. Ask its sender for another.',
    einvoice_encoding:
      'The letters of the file cannot be read.\nNothing was imported. Save it as UTF-8 and send it again.',
    einvoice_field_invalid:
      'A value in the file cannot be taken.\nNothing was imported. Ask its sender for a right one.',
    einvoice_malformed: 'The file is no well-formed XML.\nNothing was imported. Ask its sender for another.',
    einvoice_missing_field:
      'The invoice lacks something that it must have.\nNothing was imported. Ask its sender for a right one.',
    einvoice_mixed_currencies:
      'The invoice mixes currencies.\nNothing was imported. Ask its sender for a right one.',
    einvoice_negative_total:
      'It is not clear who owes.\nNothing was imported. Ask its sender for a right one.',
    einvoice_not_read: 'The file could not be read on our side.\nNothing was imported. Send it again.',
    einvoice_pdf_encrypted: 'The PDF has a password.\nNothing was imported. Send it without one.',
    einvoice_pdf_not_read: 'The PDF is damaged.\nNothing was imported. Ask its sender for another.',
    einvoice_pdf_without_xml:
      'The PDF holds no e-invoice.\nNothing was imported. Only Factur-X and ZUGFeRD PDFs can be.',
    einvoice_tax_inconsistent:
      'The invoice’s taxes are inconsistent.\nNothing was imported. Ask its sender for a right one.',
    einvoice_too_deep: 'The file is nested too deeply.\nNothing was imported.',
    einvoice_too_large: 'The file is too large.\nNothing was imported.',
    einvoice_totals_disagree:
      'The invoice’s sums disagree.\nNothing was imported. Ask its sender for a right one.',
    einvoice_unknown_currency: 'The invoice is in a currency that is not known.\nNothing was imported.',
    einvoice_unknown_syntax:
      'This is no e-invoice that can be read.\nNothing was imported. UBL 2.1 and Cross Industry Invoice can.',
    einvoice_unsupported_type: 'This document asks for no payment.\nThere is nothing to import.',
  },
  fr: {
    seller_differs:
      'Ce document vient d’un autre vendeur.\nRien n’a été importé. Confirmez seulement si votre entreprise vend aussi sous ce nom.',
    einvoice_doctype:
      'Le fichier contient une partie interdite aux factures électroniques.\nRien n’a été importé. Demandez-en un autre à l’expéditeur.',
    einvoice_encoding:
      'Les caractères du fichier sont illisibles.\nRien n’a été importé. Enregistrez-le en UTF-8 et renvoyez-le.',
    einvoice_field_invalid:
      'Une valeur du fichier ne peut pas être prise.\nRien n’a été importé. Demandez-en un correct à l’expéditeur.',
    einvoice_malformed:
      'Le fichier n’est pas du XML bien formé.\nRien n’a été importé. Demandez-en un autre à l’expéditeur.',
    einvoice_missing_field:
      'Il manque à la facture une mention obligatoire.\nRien n’a été importé. Demandez-en une correcte à l’expéditeur.',
    einvoice_mixed_currencies:
      'La facture mêle plusieurs devises.\nRien n’a été importé. Demandez-en une correcte à l’expéditeur.',
    einvoice_negative_total:
      'On ne sait pas qui doit à qui.\nRien n’a été importé. Demandez-en une correcte à l’expéditeur.',
    einvoice_not_read: 'Le fichier n’a pas pu être lu de notre côté.\nRien n’a été importé. Renvoyez-le.',
    einvoice_pdf_encrypted: 'Le PDF a un mot de passe.\nRien n’a été importé. Envoyez-le sans.',
    einvoice_pdf_not_read:
      'Le PDF est endommagé.\nRien n’a été importé. Demandez-en un autre à l’expéditeur.',
    einvoice_pdf_without_xml:
      'Le PDF ne contient pas de facture électronique.\nRien n’a été importé. Seuls les PDF Factur-X et ZUGFeRD peuvent l’être.',
    einvoice_tax_inconsistent:
      'Les taxes de la facture sont incohérentes.\nRien n’a été importé. Demandez-en une correcte à l’expéditeur.',
    einvoice_too_deep: 'Le fichier est trop imbriqué.\nRien n’a été importé.',
    einvoice_too_large: 'Le fichier est trop volumineux.\nRien n’a été importé.',
    einvoice_totals_disagree:
      'Les sommes de la facture ne concordent pas.\nRien n’a été importé. Demandez-en une correcte à l’expéditeur.',
    einvoice_unknown_currency: 'La devise de la facture est inconnue.\nRien n’a été importé.',
    einvoice_unknown_syntax:
      'Ce n’est pas une facture électronique lisible.\nRien n’a été importé. UBL 2.1 et Cross Industry Invoice le sont.',
    einvoice_unsupported_type: 'Ce document ne demande aucun paiement.\nIl n’y a rien à importer.',
  },
})
