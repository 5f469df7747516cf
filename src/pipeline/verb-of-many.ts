// The verbs of headlines in the form that only several subjects take: `Roe, Peruvian PM hold talks`.

export const VERB_OF_MANY =
  /^(?:hold|meet|discuss|agree|sign|vow|pledge|talk|review|explore|ink|hail|exchange|reaffirm|chair|attend|call)\b/;
