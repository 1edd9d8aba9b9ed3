// Reads pages on all the cores there are: a worker's end of it, and the caller's.

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readPage } from "./markup.mjs";

/** Every page with what it holds and does wrong, in the order of the work (`site`, `path`). */
export async function readPages(work) {
  const shares = availableParallelism();
  const parts = await Promise.all(
    Array.from({ length: shares }, (_, share) => readByWorker(work, { share, shares })),
  );
  return work.map((one, place) => ({ ...parts[place % shares].shift(), site: one.site }));
}

function readByWorker(work, { share, shares }) {
  const own = work
    .filter((_, place) => place % shares === share)
    .map(({ site, path }) => ({ folder: site.folder, path }));
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: own });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

if (!isMainThread) {
  parentPort.postMessage(workerData.map(({ folder, path }) => readPage(folder, path)));
}
