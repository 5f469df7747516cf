// How far a name in a Romance language reaches: `dos Trabalhadores`, `de la República`, `pour la République`.
import { type Scan, isInBlock } from './scan.ts';

const LINK = /^(?:de|del|da|do|di|du|des|dos|das|della|la|las|le|les|el|los|y|e|et|pour|para|por|per|pela|pelo)$/;

/** End of the run from `from`; small words only between capitalised ones. */
export function foreignRunEnd(scan: Scan, from: number): number {
  const { words } = scan;
  let end = from;
  for (let index = from; index < from + 10 && isInBlock(scan, index, from - 1); index++) {
    const word = words[index]!;
    if (word.isCapital && word.isWord) end = index + 1;
    else if (!LINK.test(word.folded)) break;
  }
  return end;
}
