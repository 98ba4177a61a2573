import { cpus } from "node:os";
import { Contestant } from "./contestant";
import { type Result, writeReport } from "./report";
import type { PeerName, Run, Workload } from "./workload";
import { makeWorkloads } from "./workloads";

// npm run bench [-- filter]: every workload whose name contains the filter, against every peer that is here.

const ROUNDS = 9;
const filter = process.argv[2] ?? "";
const workloads = makeWorkloads(filter);
if (workloads.length === 0) throw new Error(`bench: no workload's name contains "${filter}"`);

const results: Result[] = [];
const notes: string[] = [];
for (const workload of workloads) {
  for (const peer of workload.peers) {
    const result = await compare(workload, peer);
    if (typeof result === "string") notes.push(`${workload.name}: no ${peer} here (${result})`);
    else results.push(result);
    console.error(
      `${workload.name} / ${peer}: ${typeof result === "string" ? result : result.ratio.toFixed(2)}`,
    );
  }
}
console.log(writeReport(results, notes));
for (const note of notes) console.log(note);

/** Ours and one peer in turn; the ratio is taken round by round, so that a machine's drift cancels. */
async function compare(workload: Workload, peer: PeerName): Promise<Result | string> {
  const theirs = await Contestant.start(peer, workload);
  if (typeof theirs === "string") return theirs;
  const ours = await Contestant.start("gradus", workload);
  if (typeof ours === "string") throw new Error(`gradus: ${ours}`);
  const rounds: { ours: Run; theirs: Run }[] = [];
  for (let i = 0; i < ROUNDS; i++)
    rounds.push({ ours: await ours.run(), theirs: await theirs.run() });
  ours.stop();
  theirs.stop();
  const time = median(rounds.map((round) => round.ours.milliseconds));
  return {
    workload: workload.name,
    ours: time,
    peer,
    peerVersion: theirs.version,
    peerTime: median(rounds.map((round) => round.theirs.milliseconds)),
    ratio: median(rounds.map((round) => round.ours.milliseconds / round.theirs.milliseconds)),
    oursScore: rounds[0]!.ours.score,
    peerScore: rounds[0]!.theirs.score,
    ...(workload.flop === undefined ? {} : { gflops: workload.flop / time / 1e6 }),
    node: process.version,
    cpu: cpus()[0]?.model ?? "an unknown processor",
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
