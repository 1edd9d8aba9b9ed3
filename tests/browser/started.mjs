// A desk of its own for a walk: started on a folder, told where it answers, stopped when done.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Where the desk of this folder answers, and how it is stopped. */
export async function started(khronika, folder) {
  const process_ = spawn(khronika, ["--casebook", folder, "serve", "--port", "0", "--no-browser"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line.startsWith("http://127.0.0.1:")) {
      return { address: line.trim(), stop: () => process_.kill() };
    }
  }
  throw new Error("The desk ended without an address.");
}
