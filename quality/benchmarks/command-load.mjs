#!/usr/bin/env node
// Bounded load on a running demo, on this machine only: raises questions, watches for each of them in the reports, and
// prints one line of JSON. Node 20 runs it; nothing is installed.
//
//   node quality/benchmarks/command-load.mjs --token TOKEN                       8 clients, each waits for its answer
//   node quality/benchmarks/command-load.mjs --token TOKEN --rate 50 --seconds 20   50 commands/s, whoever waits
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const HELP = `Options:
  --token TOKEN     access token of the secretariat (required)
  --n N             questions raised by waiting clients (default 400, at most 100000)
  --clients C       clients that wait for their answers (default 8, at most 256)
  --rate R          offer R commands a second instead, whether or not answers keep up (at most 2000)
  --seconds S       for so long (default 20, at most 600)
  --warm W          questions raised before it counts (default 50)
  --programme ID    (default nghe-an-2023)
  --asker ID --unit ID   who asks; by default the first delegate of the programme
  --dialogue PORT --reporting PORT   (default 8081, 8083)
  --pid PID         process whose processor time is told for each command
  --patience S      how long to wait for what was acknowledged to be visible (default 60)`;

const { values: given } = parseArgs({
  options: Object.fromEntries(
    ['token', 'n', 'clients', 'rate', 'seconds', 'warm', 'programme', 'asker', 'unit', 'dialogue', 'reporting', 'pid', 'patience']
      .map((name) => [name, { type: 'string' }])
      .concat([['help', { type: 'boolean' }]])),
});
if (given.help || !given.token) {
  console.error(HELP);
  process.exit(given.help ? 0 : 2);
}

const number = (name, fallback, most) => {
  const value = given[name] === undefined ? fallback : Number(given[name]);
  if (!Number.isFinite(value) || value < 0 || value > most) {
    console.error(`--${name} must be a number from 0 to ${most}`);
    process.exit(2);
  }
  return value;
};
const rate = number('rate', 0, 2_000);
const seconds = number('seconds', 20, 600);
const count = rate > 0 ? Math.round(rate * seconds) : number('n', 400, 100_000);
const clients = number('clients', 8, 256);
const warm = number('warm', 50, 10_000);
const patience = number('patience', 60, 600) * 1_000;
const ports = { dialogue: number('dialogue', 8081, 65_535), reporting: number('reporting', 8083, 65_535) };
const programme = given.programme ?? 'nghe-an-2023';

// Enough to look at each command by itself at 50 commands/s that take 0.5 s; each looks every 20 ms.
const WATCHERS = 32;
const LOOK_EVERY_MILLIS = 20;

// Readers have connections of their own, so that they never keep a command waiting.
const agents = {
  dialogue: new http.Agent({ keepAlive: true, maxSockets: rate > 0 ? 256 : clients }),
  reporting: new http.Agent({ keepAlive: true, maxSockets: WATCHERS }),
};

function call(service, method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${given.token}`, ...(body && { 'content-type': 'application/json' }) };
    const request = http.request(
      { host: '127.0.0.1', port: ports[service], method, path, agent: agents[service], headers },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      });
    request.on('error', reject);
    request.end(body && JSON.stringify(body));
  });
}

async function whoAsks() {
  if (given.asker) {
    return { asker: given.asker, unit: given.unit ?? 'dien-lam' };
  }
  const { status, text } = await call('dialogue', 'GET', `/api/programmes/${programme}`);
  if (status !== 200) {
    throw new Error(`Programme ${programme}: ${status} ${text}`);
  }
  const delegate = JSON.parse(text).delegates?.[0] ?? {};
  return {
    asker: delegate.personId ?? delegate.person ?? delegate.id,
    unit: given.unit ?? delegate.unit ?? delegate.unitId ?? 'dien-lam',
  };
}

const run = `load-${Date.now().toString(36)}`;
const who = await whoAsks();
const question = (name) => ({
  questionId: `${run}-${name}`,
  programmeId: programme,
  direction: 'TO_LEADERSHIP',
  ...who,
  text: 'Đề nghị hỗ trợ bảo hiểm y tế cho xã miền núi. '.repeat(8),
  parts: [
    { text: 'Phần thứ nhất: hỗ trợ bảo hiểm y tế. '.repeat(4) },
    { text: 'Phần thứ hai: nhà công vụ. '.repeat(4) },
  ],
});
const raise = (name) => call('dialogue', 'POST', '/api/questions', question(name));

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

const latencies = [];
const lags = [];
const refused = {};
const waiting = [];
let raising = true;

/** @param due when the command was to be sent: what it waited for its turn counts too */
async function measured(name, due) {
  const { status } = await raise(name);
  const acknowledged = performance.now();
  latencies.push(acknowledged - due);
  if (status === 201) {
    waiting.push({ name, acknowledged });
  } else {
    refused[status] = (refused[status] ?? 0) + 1;
  }
}

/** Looks for each acknowledged command, the oldest first; what is seen late because others were looked for counts as late. */
async function watch() {
  while (raising || waiting.length > 0) {
    const next = waiting.shift();
    if (!next) {
      await pause(LOOK_EVERY_MILLIS);
      continue;
    }
    for (;;) {
      const { status } = await call('reporting', 'GET', `/api/reports/questions/${run}-${next.name}/timeline`);
      const lag = performance.now() - next.acknowledged;
      if (status === 200) {
        lags.push(lag);
        break;
      }
      if (lag > patience) {
        waiting.length = 0;
        throw new Error(`${run}-${next.name} was not visible after ${patience / 1_000} s (${status})`);
      }
      await pause(LOOK_EVERY_MILLIS);
    }
  }
}

async function closedLoop() {
  let next = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (next < count) {
      await measured(next++, performance.now());
    }
  }));
}

async function openLoop() {
  const begun = performance.now();
  const sent = [];
  for (let i = 0; i < count; i++) {
    const due = begun + (i * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) {
      await pause(early);
    }
    sent.push(measured(i, due));
  }
  await Promise.all(sent);
}

function processorMillis() {
  if (!given.pid) {
    return undefined;
  }
  const fields = readFileSync(`/proc/${given.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function percentile(list, part) {
  const sorted = [...list].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return value === undefined ? null : Number(value.toFixed(1));
}

for (let i = 0; i < warm; i++) {
  const { status, text } = await raise(`warm-${i}`);
  if (status !== 201) {
    console.error(`A question was refused: ${status} ${text}`);
    process.exit(1);
  }
}
const before = processorMillis();
const begun = performance.now();
const watching = Promise.all(Array.from({ length: WATCHERS }, watch));
watching.catch(() => {});
await (rate > 0 ? openLoop() : closedLoop());
const took = (performance.now() - begun) / 1_000;
raising = false;
await watching;
const used = processorMillis() - before;

const pages = [];
for (let i = 0; i < 20; i++) {
  const asked = performance.now();
  await call('reporting', 'GET', '/api/reports/coverage?limit=50');
  pages.push(performance.now() - asked);
}
console.log(JSON.stringify({
  commands: count,
  ...(rate > 0 ? { offeredPerSecond: rate } : { clients }),
  perSecond: Number((count / took).toFixed(1)),
  latencyMs: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
  visibleAfterMs: { p50: percentile(lags, 0.5), p99: percentile(lags, 0.99), seen: lags.length },
  refused,
  processorMsPerCommand: given.pid ? Number((used / count).toFixed(2)) : undefined,
  coveragePageMs: { p50: percentile(pages, 0.5), p95: percentile(pages, 0.95) },
}));
Object.values(agents).forEach((agent) => agent.destroy());
