// node duck.mjs j1|j2 PLAIN WORK: the first job, or the second and third, in DuckDB, which is installed below WORK.
// j1 leaves WORK/duck.db; j2 reads it, and computes in memory.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const [job, plain, work] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.resolve(work, 'duckdb') + '/')('@duckdb/node-api');
const file = path.join(work, 'duck.db');

const seconds = () => Number(process.hrtime.bigint()) / 1e9;

async function open(place) {
  const instance = await DuckDBInstance.create(place, { threads: String(os.availableParallelism()) });
  const connection = await instance.connect();
  await connection.run('SET preserve_insertion_order = false');
  return connection;
}

async function timed(name, work) {
  const start = seconds();
  await work();
  console.log('TIME', name, (seconds() - start).toFixed(7));
}

async function check(name, connection, query) {
  const rows = (await connection.runAndReadAll(query)).getRowsJS();
  console.log('CHECK', name, rows.map((row) => row.join('|')).join(' ; '));
}

const tables = `
  CREATE TABLE areas AS
    SELECT area_id::INTEGER AS id, code, parent_id::INTEGER AS parent, level::INTEGER AS level
    FROM read_csv('${plain}/areas.csv');
  CREATE TABLE measures AS
    SELECT measure_id::INTEGER AS id, code, scale::INTEGER AS scale, polarity::INTEGER AS polarity, tol::DOUBLE AS tolerance
    FROM read_csv('${plain}/measures.csv');
  CREATE TABLE observations AS
    SELECT measures.id AS measure, areas.id AS area,
      (substr(period, 1, 4)::INTEGER - 2014) * 4 + substr(period, 7, 1)::INTEGER - 1 AS quarter,
      numerator, denominator, round(target * 100)::INTEGER AS target_hundredths
    FROM read_csv('${plain}/observations.csv', header = true, columns = {'measure': 'VARCHAR', 'area': 'VARCHAR',
      'period': 'VARCHAR', 'numerator': 'INTEGER', 'denominator': 'INTEGER', 'target': 'DOUBLE'}) AS rows
    JOIN measures ON measures.code = rows.measure JOIN areas ON areas.code = rows.area
    WHERE denominator > 0;`;

async function load() {
  for (const old of [file, file + '.wal']) fs.rmSync(old, { force: true });
  const connection = await open(file);
  await timed('j1', async () => {
    await connection.run(tables);
    await connection.run('CHECKPOINT');
  });
  await check('j1', connection,
    'SELECT count(*), sum(numerator), sum(denominator), sum(target_hundredths), sum(quarter) FROM observations');
}

const sums = `
  SELECT level, count(*), count(*) FILTER (WHERE status = 3), count(*) FILTER (WHERE status = 2),
    count(*) FILTER (WHERE status = 1), sum(floor(rate * 1000.0 + 0.5)::BIGINT), sum(year_numerator), sum(year_denominator),
    sum(floor(year_to_date * 1000.0 + 0.5)::BIGINT), count(rolling_numerator), sum(rolling_numerator),
    sum(floor(rolling * 1000.0 + 0.5)::BIGINT), count(year_on_year), sum(floor(year_on_year * 1000.0 + 0.5)::BIGINT),
    sum(place), sum(quartile * (quarter + 1))
  FROM figures GROUP BY level ORDER BY level`;

async function query(connection) {
  const statement = await connection.prepare(`
    SELECT measure, quarter, rate, target, status, year_to_date, rolling, year_on_year, quartile FROM figures
    WHERE area = $1 AND measure BETWEEN $2 AND $3 AND quarter >= 27 ORDER BY measure, quarter`);
  const taken = [];
  let rows = 0;
  for (let i = 0; i < 300; ++i) {
    const start = seconds();
    const first = (i * 61) % 465;
    [(i * 97) % 382, first, first + 34].forEach((value, at) => statement.bindInteger(at + 1, value));
    rows += (await statement.runAndReadAll()).getRowsJS().length;
    taken.push(seconds() - start);
  }
  taken.sort((a, b) => a - b);
  console.log('TIME j3_p50', taken[150].toFixed(7));
  console.log('TIME j3_p99', taken[297].toFixed(7));
  console.log('CHECK j3', rows);
}

async function derive() {
  const connection = await open(':memory:');
  await connection.run(`ATTACH '${file}' AS stored (READ_ONLY)`);
  for (const table of ['areas', 'measures', 'observations'])
    await connection.run(`CREATE TABLE ${table} AS SELECT * FROM stored.${table}`);
  await connection.run('DETACH stored');
  const text = fs.readFileSync(new URL('derive.sql', import.meta.url), 'utf8');
  await timed('j2', () => connection.run(text));
  await check('j2', connection, sums);
  await query(connection);
}

await { j1: load, j2: derive }[job]();
