/// The program's version, set by the build.
#pragma once

#ifndef VINHDANH_VERSION
#define VINHDANH_VERSION "unknown"
#endif
