// What people are called that is no post: `his counterpart`, `the top diplomat`.

export const NO_POST =
  /^(?:counterpart|colleague|opposite number|(?:\p{L}+ )?(?:diplomat|politician|statesman|official))$/iu;
