// The part of jsonld that the suites call; the package ships no types.
declare module 'jsonld' {
  interface Quad {
    readonly predicate: { readonly value: string };
    readonly object: { readonly value: string };
  }
  const jsonld: {
    toRDF(
      document: object,
      options: { readonly documentLoader: (url: string) => Promise<never> },
    ): Promise<readonly Quad[]>;
  };
  export default jsonld;
}
