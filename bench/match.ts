import { cpus } from "node:os";
import { Contestant } from "./contestant";
import { ourCommand, peerCommands } from "./peers";
import type { Result } from "./results";
import { type RotationOptions, rotate } from "./rotation";
import { medianRatio, medianTime, scoresAgree } from "./statistics";
import type { PeerName, Run, Workload } from "./workload";

/** What came of one workload. */
export interface Match {
  readonly results: readonly Result[];
  /** Peers that are not here, and contestants that disagree. */
  readonly notes: readonly string[];
  /** Whether two contestants gave different scores, or one broke off. */
  readonly failed: boolean;
}

interface Entrant {
  readonly peer: PeerName;
  readonly contestant: Contestant;
}

interface Timed extends Entrant {
  readonly runs: readonly Run[];
}

/** Ours and every peer, in every setting, in turn on one workload. */
export async function play(workload: Workload, options: RotationOptions): Promise<Match> {
  const ours = await Contestant.start(ourCommand, workload);
  if (!(ours instanceof Contestant)) {
    const notes = [`${workload.name}: not ours (${Object.values(ours).join(", ")})`];
    return { results: [], notes, failed: false };
  }
  const { entrants, unable, notes } = await invite(workload);
  const contestants = [ours, ...entrants.map(({ contestant }) => contestant)];
  const [ourRuns, ...theirRuns] = await rotate(contestants, options).finally(() => {
    for (const contestant of contestants) contestant.stop();
  });

  const timed = entrants.map((entrant, i) => ({ ...entrant, runs: theirRuns[i]! }));
  const base = oursOnly(workload, ours, ourRuns!);
  const results: Result[] = [];
  for (const peer of workload.peers) {
    const best = bestSetting(timed.filter((entry) => entry.peer === peer));
    const reason = unable.get(peer);
    if (best !== undefined) results.push({ ...base, ...against(best, ourRuns!) });
    else if (reason !== undefined) results.push({ ...base, peer, unable: reason });
  }
  const strangers = timed.filter(({ runs }) => !scoresAgree(runs[0]!.score, base.ourScore));
  for (const { contestant, runs } of strangers) {
    notes.push(
      `${workload.name}: ${contestant.version} got ${runs[0]!.score}, ours ${base.ourScore}`,
    );
  }
  return { results, notes, failed: strangers.length > 0 };
}

/** Starts every peer in every setting, with its data loaded and warm. */
async function invite(workload: Workload) {
  const invited = workload.peers.flatMap((peer) =>
    peerCommands(peer).map(async (command) => ({
      peer,
      answer: await Contestant.start(command, workload),
    })),
  );
  const entrants: Entrant[] = [];
  const unable = new Map<PeerName, string>();
  const notes = new Set<string>();
  for (const { peer, answer } of await Promise.all(invited)) {
    if (answer instanceof Contestant) entrants.push({ peer, contestant: answer });
    else if ("unable" in answer) unable.set(peer, answer.unable);
    else notes.add(`${workload.name}: no ${peer} here (${answer.unavailable})`);
  }
  return { entrants, unable, notes: [...notes] };
}

function bestSetting(entries: readonly Timed[]): Timed | undefined {
  return [...entries].sort((a, b) => medianTime(a.runs) - medianTime(b.runs))[0];
}

function oursOnly(workload: Workload, ours: Contestant, runs: readonly Run[]) {
  const time = medianTime(runs);
  return {
    workload: workload.name,
    ours: time,
    ourSetting: ours.setting,
    ourScore: runs[0]!.score,
    ...(workload.flop === undefined ? {} : { gflops: workload.flop / time / 1e6 }),
    node: process.version,
    cpu: cpus()[0]?.model ?? "an unknown processor",
  };
}

function against({ peer, contestant, runs }: Timed, ourRuns: readonly Run[]) {
  return {
    peer,
    peerVersion: contestant.version,
    peerSetting: contestant.setting,
    peerTime: medianTime(runs),
    ratio: medianRatio(ourRuns, runs),
    peerScore: runs[0]!.score,
    peerShare: runs[0]!.share,
    rounds: runs.length,
  };
}
