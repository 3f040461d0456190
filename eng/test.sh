# Part of the launcher: runs every test project and adds up what they say.

passed=0 failed=0 skipped=0

run_tests() {
  local filter='' project
  while [ $# -gt 0 ]; do
    case $1 in
      --filter=*) filter=${1#--filter=} && shift ;;
      --filter) [ $# -gt 1 ] && filter=$2 && shift 2 || usage ;;
      *) usage ;;
    esac
  done
  need_postgres
  need_rabbitmq
  need_python
  need_pika
  install_needed
  build "$here/JoorBus.sln" src contracts tests JoorBus.sln
  for project in $(grep -l 'Include="Microsoft.NET.Test.Sdk"' "$here"/tests/*/*.csproj); do
    run_test_project "$(basename "$project" .csproj)" "$filter"
  done
  # The heavy proofs have verbs of their own; here they only show that they still run to the end.
  [ -n "$filter" ] || run_smoke JoorBus.Prove kills --smoke
  [ -n "$filter" ] || run_smoke JoorBus.Prove limits --smoke
  [ -n "$filter" ] || run_smoke JoorBus.Benchmarks orders --smoke
  [ -n "$filter" ] || run_smoke JoorBus.Benchmarks gateway --smoke
  [ -n "$filter" ] || run_smoke JoorBus.Benchmarks inventory --smoke
  echo "tests: $passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

usage() {
  echo 'usage: joorbus test [--filter EXPRESSION]    example: joorbus test --filter FullyQualifiedName~Orders' >&2
  exit 2
}

run_test_project() {
  local name=$1 filter=$2 log=$artifacts/tests/$1.log started=$SECONDS status=0 counts
  local arguments=("$artifacts/bin/$name/release/$name.dll" --results-directory "$artifacts/tests" --blame-hang-timeout 10m --blame-hang-dump-type none)
  [ -z "$filter" ] || arguments+=(--filter "$filter")
  mkdir -p "$artifacts/tests"
  dotnet test "${arguments[@]}" >"$log" 2>&1 </dev/null || status=$?
  counts=$(sed -nE 's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*/\3 \2 \4/p' "$log" | tail -1)
  if [ -z "$counts" ] && [ "$status" = 0 ]; then
    [ -n "$filter" ] || echo "$name: no tests"
    return
  fi
  # A run that broke off counts as a failure even when every test that ended had passed.
  if [ -z "$counts" ] || { [ "$status" != 0 ] && [[ $counts == *' 0 '* ]]; }; then
    echo "$name: the run broke off with exit code $status after $((SECONDS - started)) s, $log says:"
    tail -40 "$log"
    failed=$((failed + 1))
    return
  fi
  read -r p f s <<<"$counts"
  echo "$name: $p passed, $f failed, $s skipped, $((SECONDS - started)) s"
  [ "$f" = 0 ] || awk '/^  Failed /{show = 1} /^(\[xUnit|Failed!|Test Run|Results File|Attachments)/{show = 0} show' "$log"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# run_smoke PROJECT ARGUMENTS...: counts as one test.
run_smoke() {
  local name=$1 log=$artifacts/tests/$1.$2.smoke.log started=$SECONDS
  shift
  if dotnet "$artifacts/bin/$name/release/$name.dll" "$@" >"$log" 2>&1 </dev/null; then
    echo "$name $*: passed, $((SECONDS - started)) s"
    passed=$((passed + 1))
  else
    echo "$name $*: failed after $((SECONDS - started)) s, $log says:"
    tail -40 "$log"
    failed=$((failed + 1))
  fi
}
