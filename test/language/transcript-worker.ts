// Transcribes texts in a worker thread with an engine of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import { transcribe } from './transcript.ts';

parentPort!.postMessage(transcribe(loadEnglish(), workerData as string[]));
