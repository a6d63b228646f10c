-- The second job in the words of DuckDB: all that follows from observations(measure, area, quarter, numerator, denominator,
-- target_hundredths), areas(id, parent, level) and measures(id, scale, polarity, tolerance). Quarters count from 0.
CREATE TABLE figures AS
WITH cells AS (
    SELECT measure, area, quarter, numerator, denominator, target_hundredths::DOUBLE * denominator AS weighted
    FROM observations
    UNION ALL
    SELECT measure, parent, quarter, sum(numerator)::INTEGER, sum(denominator)::INTEGER,
        sum(target_hundredths::DOUBLE * denominator)
    FROM observations JOIN areas ON areas.id = observations.area
    GROUP BY measure, parent, quarter
    UNION ALL
    SELECT measure, 0, quarter, sum(numerator)::INTEGER, sum(denominator)::INTEGER,
        sum(target_hundredths::DOUBLE * denominator)
    FROM observations
    GROUP BY measure, quarter
), rated AS (
    SELECT cells.*, level, scale, polarity, numerator::DOUBLE * scale / denominator AS rate,
        weighted / denominator / 100.0 AS target, 1.0 - polarity * tolerance AS band
    FROM cells JOIN measures ON measures.id = cells.measure JOIN areas ON areas.id = cells.area
), windowed AS (
    SELECT *,
        sum(numerator) OVER year_to_date AS year_numerator, sum(denominator) OVER year_to_date AS year_denominator,
        sum(numerator) OVER four AS four_numerator, sum(denominator) OVER four AS four_denominator,
        count(*) OVER four AS quarters_there,
        first_value(rate) OVER last_year AS rate_last_year,
        rank() OVER best_first AS place, count(*) OVER peers AS ranked
    FROM rated
    WINDOW
        year_to_date AS (PARTITION BY measure, area, quarter // 4 ORDER BY quarter),
        four AS (PARTITION BY measure, area ORDER BY quarter RANGE BETWEEN 3 PRECEDING AND CURRENT ROW),
        last_year AS (PARTITION BY measure, area ORDER BY quarter RANGE BETWEEN 4 PRECEDING AND 4 PRECEDING),
        best_first AS (PARTITION BY measure, level, quarter ORDER BY rate * polarity DESC),
        peers AS (PARTITION BY measure, level, quarter)
)
SELECT measure, area, quarter, level, numerator, denominator, rate, target,
    (CASE WHEN rate * polarity >= target * polarity THEN 3
          WHEN rate * polarity >= target * band * polarity THEN 2
          ELSE 1 END)::TINYINT AS status,
    year_numerator::BIGINT AS year_numerator, year_denominator::BIGINT AS year_denominator,
    year_numerator::DOUBLE * scale / year_denominator AS year_to_date,
    CASE WHEN quarters_there = 4 THEN four_numerator::BIGINT END AS rolling_numerator,
    CASE WHEN quarters_there = 4 THEN four_denominator::BIGINT END AS rolling_denominator,
    CASE WHEN quarters_there = 4 THEN four_numerator::DOUBLE * scale / four_denominator END AS rolling,
    rate - rate_last_year AS year_on_year,
    place::SMALLINT AS place, ((place - 1) * 4 // ranked + 1)::TINYINT AS quartile
FROM windowed;

CREATE TABLE status_counts AS
SELECT area, quarter, count(*) FILTER (WHERE status = 3) AS green, count(*) FILTER (WHERE status = 2) AS amber,
    count(*) FILTER (WHERE status = 1) AS red
FROM figures GROUP BY area, quarter;
