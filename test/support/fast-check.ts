// Gives every property one seed, so that a change is judged by what it changed; PLENARY_SEED=N or =random looks further.
import process from 'node:process';
import fc from 'fast-check';

const asked = process.env['PLENARY_SEED'] ?? '20260422';
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
