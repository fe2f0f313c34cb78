import { defineWords } from '../../words/index.ts'

export const importWords = defineWords({
  en: {
    drop: 'Drop files here, or',
    choose: 'choose files',
    line: 'Line {line}, {column}',
    lineAlone: 'Line {line}',
  },
  fr: {
    drop: 'Déposez des fichiers ici, ou',
    choose: 'choisissez des fichiers',
    line: 'Ligne {line}, {column}',
    lineAlone: 'Ligne {line}',
  },
})
