import { defineWords } from '../../words/index.ts'
import type { Question } from './questions.ts'

/** True for how the product behaves; what a company can set otherwise says so. */
export const answerWords = defineWords<Record<Question, string>>({
  en: {
    what: 'A web address of its own that opens a payment page: for an invoice, for several invoices of one customer, or for an amount under a reference. It can be e-mailed, copied to share by hand, or shown as a QR code.',
    login:
      'No. The link is enough: it opens the page in any browser, on a phone as on a computer, in English or in French.',
    methods:
      'By the methods that this installation has configured. What of them is offered for invoices and for other requests is set under Settings → Links and requests.',
    cost: 'Nothing. Fees of the payment processor are due only for payments that are made, and are shown beside each payment.',
    who: 'Admin, Cashier, Sales, Sales Allocations and Sales Manager. Under Settings → Roles a company may decide otherwise.',
    before:
      'An enabled payments account. It is begun under Settings → Payments account, which also says what is missing.',
    expiry:
      'A link to invoices lives for 24 hours from when a person first opens it. Before that it does not age, and a mail scanner that looks at it does not count. Links to other requests do not expire. Both can be set otherwise; a link keeps the expiry that it was issued with.',
    expired:
      'Nothing was charged, and nothing can be paid by it. Its page offers a new link, which goes to the address that the old one went to and to no other: at most once an hour and five times in all. A company may have the payer ask instead, or send new links only itself.',
    amount:
      'Yes. The page shows what is open now. If a credit, a payment or a change moved the amount, it says so, and nobody is charged an amount that they have not seen.',
    several:
      'Yes, if they are of one customer and in one currency. The page shows each of them and their sum.',
    edited:
      'The links to that invoice alone take no payment any more and lead to the newest one. A company may let them stay; then they show the new amount. A link for several invoices stays in either case.',
    declined:
      'Nothing was charged, and the page says why in plain words. The payer may try again by the same link, unless the company wants a new link to be sent after each decline.',
    twice:
      'The page shows the receipt and takes no payment, unless the company allows one to pay once more. An invoice that is paid is e-mailed without a link. Money that arrives all the same, because two paid at once, is kept as credit and can be refunded.',
    receipt:
      'It is mailed to the payer. The same link shows it at any time, to download or print, and staff find it beside the payment.',
    cards:
      'They are typed into fields of the payment processor and go straight to it, encrypted. Neither Quittance nor the company sees or keeps a card number. The payment page lets in no script but its own and the processor’s.',
    guess:
      'No. A link holds 128 bits that only this installation can make, and whoever tries many wrong ones is slowed down.',
    forward:
      'Whoever has it may look at what is asked and pay it; that is what it is for. It shows that request and nothing else of the customer, and what was paid can be paid only once by it.',
    testing:
      'How many cards one internet address may try is limited, and many declines within an hour are brought to the attention of staff. A company may have such a surge pause card payments for some minutes.',
    trail:
      'Yes, under Settings → Audit trail: every change with who made it and when. It can be added to only, and is sealed every five minutes.',
    send: 'Choose New, then Payment request, or press n. Say who is to pay, how much and for what; then send it, copy its link or show it as a QR code.',
    remind:
      'Open the request under Pay → Requests, where the status Unpaid finds all that is still owed, and choose Remind. The text can be changed before it goes. Where something is paid already, no reminder is sent.',
    off: 'For one customer: in that customer’s details. For invoices that a person e-mails: under Settings → Links and requests. For the whole company, and for invoices that are sent automatically, the main switch is with the operator of this installation, unless they gave it to the company.',
    void: 'Open the request and choose Void. Its links take no payment from then on. Its invoices stay owed, unless you tick that they are voided too.',
    refund:
      'Open the payment under Pay → Payments and choose Refund: all of it or a part, as often as something is left. It goes back to the card that was charged and cannot be taken back.',
    statement:
      'On the card statement within 5 to 10 business days, rarely 15. How far it is stands under Pay → Refunds.',
  },
  fr: {
    what: 'Une adresse web à part, qui ouvre une page de paiement\u00a0: pour une facture, pour plusieurs factures d’un client, ou pour un montant sous une référence. On l’envoie par courriel, on la copie pour la partager soi-même, ou on la montre en code QR.',
    login:
      'Non. Le lien suffit\u00a0: il ouvre la page dans n’importe quel navigateur, sur téléphone comme sur ordinateur, en français ou en anglais.',
    methods:
      'Par les moyens que cette installation a configurés. Ceux qui sont proposés pour les factures et pour les autres demandes se règlent sous Réglages → Liens et demandes.',
    cost: 'Rien. Les frais du processeur de paiement ne sont dus que pour les paiements effectués, et figurent à côté de chacun.',
    who: 'Administration, Caisse, Ventes, Affectation des ventes et Direction des ventes. Une entreprise peut en décider autrement sous Réglages → Rôles.',
    before:
      'Un compte de paiement actif. Il se commence sous Réglages → Compte de paiement, qui dit aussi ce qui manque.',
    expiry:
      'Un lien vers des factures vit 24 heures après sa première ouverture par une personne. Avant, il ne vieillit pas, et un filtre de courriel qui le regarde ne compte pas. Les liens vers d’autres demandes n’expirent pas. Les deux se règlent autrement\u00a0; un lien garde l’échéance avec laquelle il a été émis.',
    expired:
      'Rien n’a été débité, et rien ne peut plus être payé par lui. Sa page propose un nouveau lien, qui va à l’adresse où l’ancien était allé et à nulle autre\u00a0: une fois par heure au plus, cinq fois en tout. Une entreprise peut préférer que le payeur le lui demande, ou n’envoyer elle-même que de nouveaux liens.',
    amount:
      'Oui. La page montre ce qui reste dû maintenant. Si un crédit, un paiement ou une modification a changé le montant, elle le dit, et personne n’est débité d’un montant qu’il n’a pas vu.',
    several:
      'Oui, si elles sont d’un même client et dans une même devise. La page montre chacune et leur somme.',
    edited:
      'Les liens vers cette seule facture n’acceptent plus de paiement et mènent au plus récent. Une entreprise peut les laisser\u00a0; ils montrent alors le nouveau montant. Un lien pour plusieurs factures reste dans tous les cas.',
    declined:
      'Rien n’a été débité, et la page dit pourquoi en mots simples. Le payeur peut réessayer par le même lien, sauf si l’entreprise veut qu’un nouveau lien soit envoyé après chaque refus.',
    twice:
      'La page montre le reçu et n’accepte pas de paiement, sauf si l’entreprise permet de payer encore une fois. Une facture payée part par courriel sans lien. L’argent qui arrive malgré tout, parce que deux personnes ont payé en même temps, est gardé comme crédit et peut être remboursé.',
    receipt:
      'Il est envoyé au payeur par courriel. Le même lien le montre à tout moment, à télécharger ou à imprimer, et le personnel le trouve à côté du paiement.',
    cards:
      'Elles sont saisies dans des champs du processeur de paiement et vont droit à lui, chiffrées. Ni Quittance ni l’entreprise ne voit ou ne garde un numéro de carte. La page de paiement n’admet d’autre script que le sien et celui du processeur.',
    guess:
      'Non. Un lien contient 128 bits que seule cette installation peut produire, et qui en essaie beaucoup de faux est ralenti.',
    forward:
      'Qui l’a peut voir ce qui est demandé et le payer\u00a0; il est fait pour cela. Il montre cette demande et rien d’autre du client, et ce qui est payé ne se paie par lui qu’une fois.',
    testing:
      'Le nombre de cartes qu’une adresse internet peut essayer est limité, et beaucoup de refus en une heure sont signalés au personnel. Une entreprise peut faire en sorte qu’une telle vague suspende les paiements par carte quelques minutes.',
    trail:
      'Oui, sous Réglages → Journal d’audit\u00a0: chaque changement, avec son auteur et son heure. On ne peut qu’y ajouter, et il est scellé toutes les cinq minutes.',
    send: 'Choisissez Nouveau, puis Demande de paiement, ou appuyez sur n. Dites qui doit payer, combien et pour quoi\u00a0; puis envoyez-la, copiez son lien ou montrez-le en code QR.',
    remind:
      'Ouvrez la demande sous Paiements → Demandes, où l’état Impayée trouve tout ce qui reste dû, et choisissez Relancer. Le texte peut être changé avant de partir. Quand c’est déjà payé, aucune relance ne part.',
    off: 'Pour un client\u00a0: dans sa fiche. Pour les factures qu’une personne envoie par courriel\u00a0: sous Réglages → Liens et demandes. Pour toute l’entreprise, et pour les factures envoyées automatiquement, l’interrupteur général est chez l’exploitant de cette installation, sauf s’il l’a confié à l’entreprise.',
    void: 'Ouvrez la demande et choisissez Annuler. Ses liens n’acceptent dès lors plus de paiement. Ses factures restent dues, sauf si vous cochez qu’elles sont annulées aussi.',
    refund:
      'Ouvrez le paiement dans la liste Paiements et choisissez Rembourser\u00a0: tout ou partie, aussi souvent qu’il en reste. L’argent retourne sur la carte débitée, et ce n’est pas réversible.',
    statement:
      'Sur le relevé de carte sous 5 à 10 jours ouvrables, rarement 15. La liste Remboursements dit où il en est.',
  },
})
