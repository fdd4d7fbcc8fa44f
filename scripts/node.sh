# Sourced: puts a Node that is new enough, and its npm, first in PATH.
major() { node --version 2>/dev/null | sed 's/^v//; s/\..*//'; }
if [ "$(major)" = "" ] || [ "$(major)" -lt 20 ]; then
  [ -x build/node/node_modules/.bin/node ] || {
    echo "Installing Node 22 into build/node"
    mkdir -p build/node
    npm install --prefix build/node --no-audit --no-fund --loglevel=error node@22.23.3 npm@11
  }
  PATH=$PWD/build/node/node_modules/.bin:$PATH
fi
