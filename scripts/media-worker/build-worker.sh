#!/usr/bin/env bash
# Compiles mediasoup-worker from the sources inside the npm package, against the system's libraries.
#
#   build-worker.sh PACKAGE OUTPUT      PACKAGE: node_modules/mediasoup, OUTPUT: the binary to write
#
# The package's own build downloads six libraries. meson takes a folder `subprojects/<name>` instead of
# downloading when there is one, so each library gets a folder that hands over the system's.
set -euo pipefail

package=$(realpath "$1")
output=$2
overlay=$(dirname "$(realpath "$0")")/overlay

work=$(mktemp -d "${TMPDIR:-/tmp}/vicinity-worker.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

cp -R "$package/worker" "$work/worker"
cd "$work/worker"

# The folder that meson would unpack the download of NAME into.
folder_of() {
  echo "subprojects/$(sed -n 's/^directory *= *//p' "subprojects/$1.wrap")"
}

# stand_in NAME < meson.build. The worker links some libraries whole by a static library's name,
# so every stand-in has an empty one to offer.
stand_in() {
  local folder
  folder=$(folder_of "$1")
  mkdir -p "$folder"
  cat >"$folder/meson.build"
  echo 'int vicinity_stand_in;' >"$folder/empty.c"
}

# options NAME OPTION...: the worker sets these on the subproject, and meson refuses unknown ones.
options() {
  local folder
  folder=$(folder_of "$1")
  shift
  printf "option('%s', type: 'string')\n" "$@" >"$folder/meson_options.txt"
}

stand_in libuv <<'MESON'
project('libuv', 'c')
libuv_dep = dependency('libuv')
libuv = static_library('empty_uv', 'empty.c')
MESON
options libuv build_tests build_benchmarks

stand_in openssl <<'MESON'
project('openssl', 'c')
openssl_dep = dependency('openssl')
libcrypto_lib = static_library('empty_crypto', 'empty.c')
libssl_lib = static_library('empty_ssl', 'empty.c')
MESON

stand_in flatbuffers <<'MESON'
project('flatbuffers', 'c', 'cpp')
flatbuffers_dep = declare_dependency()
flatbuffers_lib = static_library('empty_flatbuffers', 'empty.c')
MESON

stand_in abseil-cpp <<'MESON'
project('abseil-cpp', 'c', 'cpp')
absl_strings_dep = dependency('absl_strings')
absl_types_dep = dependency('absl_optional')
absl_container_dep = dependency('absl_flat_hash_map')
absl_container_lib = static_library('empty_absl', 'empty.c')
MESON

stand_in unordered-dense <<'MESON'
project('unordered_dense', 'c', 'cpp')
ankerl_unordered_dense_dep = declare_dependency(include_directories: 'include')
meson.override_dependency('unordered_dense', ankerl_unordered_dense_dep)
MESON
mkdir -p "$(folder_of unordered-dense)/include/ankerl"
cp "$overlay/unordered_dense.h" "$(folder_of unordered-dense)/include/ankerl/"

stand_in libsrtp3 <<'MESON'
project('libsrtp3', 'c')
libsrtp3_dep = declare_dependency(include_directories: 'include', dependencies: dependency('libsrtp2'))
libsrtp3 = static_library('empty_srtp', 'empty.c')
MESON
options libsrtp3 crypto-library crypto-library-kdf tests
mkdir -p "$(folder_of libsrtp3)/include"
cp "$overlay/srtp.h" "$(folder_of libsrtp3)/include/"

# replace FILE OLD NEW: fails when OLD is not there, because then the sources are not those we know.
replace() {
  grep -qF -- "$2" "$1" || { echo "build-worker.sh: '$2' is not in $1 any more" >&2; exit 1; }
  local old new
  old=$(printf '%s' "$2" | sed 's/[][\.*^$/]/\\&/g')
  new=$(printf '%s' "$3" | sed 's/[\/&]/\\&/g')
  sed -i "s/$old/$new/" "$1"
}

# Nothing from meson 1.1 is used, and Debian 12 has 1.0.
replace meson.build "meson_version: '>= 1.1.0'" "meson_version: '>= 1.0.0'"

# This callback answers 1 to every BIO control call. An OpenSSL built with kernel TLS, as Debian's is,
# reads that as "kernel TLS is on" and leaves the write buffer null: a crash at the first DTLS flight.
# The answer of the call itself has to pass whenever the return bit is set.
replace src/RTC/DtlsTransport.cpp \
  '(operationType == BIO_CB_RETURN) ? static_cast<long>(ret) : 1;' \
  '((operationType & BIO_CB_RETURN) != 0) ? static_cast<long>(ret) : 1;'

meson setup --wrap-mode=nodownload --buildtype=release -Db_ndebug=true out/build
ninja -C out/build mediasoup-worker
strip out/build/mediasoup-worker
install -D -m 755 out/build/mediasoup-worker "$output"
