# same_on_both.sh COUNCIL PERIODS: prints how many outputs of an example are the same, to the byte, on the store of the case (a
# server) and on an embedded one; and what differs, if anything does.
council=$1 periods=$2 same=0 here=sqlite:here.db

for store in "$QUARTERDAY_STORE" "$here"; do
    quarterday --store "$store" init >/dev/null && quarterday --store "$store" import "examples/$council" >/dev/null || exit
done

compare() {
    quarterday "$@" >on_server; local code=$?
    quarterday --store "$here" "$@" >on_file
    if [[ $? == "$code" && -s on_file ]] && cmp on_server on_file; then ((++same)); else echo "differs: $*"; fi
}

for period in $periods; do
    for format in json csv table; do compare scorecard --period "$period" --as-at 2020-01-01 --format $format; done
    for format in json table; do compare check --period "$period" --format $format; done
    for report in scorecard partnership; do compare report $report --period "$period" --as-at 2020-01-01; done
done
for code in $(quarterday scorecard --format csv | sed 1d | cut -d, -f1); do
    for format in json csv table; do compare measure "$code" --as-at 2020-01-01 --format $format; done
done
echo "$same outputs are the same"
