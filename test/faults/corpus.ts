// A deterministic stream of small documents for builds that are disturbed.
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { aDocument } from '../contract/a-document.ts';

/** Neighbours share people, so that facts have several documents. */
export function numberedDocument(at: number): DocumentCommit {
  const text = aDocument()
    .says(`Report number ${at}.`)
    .described({ title: `Report ${at}` });
  const minister = text.names('Person', `Minister Number${at % 7} Example`);
  const guest = text.names('Person', `Guest Number${at % 5} Sample`);
  const agency = text.names('Agency', `Ministry ${at % 3}`, { attributes: { country: 'Vietnam' } });
  text.relates('MET_WITH', minister, guest, { startDate: `2024-01-${String(1 + (at % 28)).padStart(2, '0')}` });
  text.relates('HOLDS_POSITION', minister, agency, { role: 'minister' });
  return { ...text.build(), source: `reports/${String(at).padStart(5, '0')}.txt` };
}
