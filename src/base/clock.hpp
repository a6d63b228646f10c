#pragma once

#include "base/date.hpp"

namespace qd {

// Where "now" comes from; passed in, so that a test or a replay can say what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock : public Clock {
public:
    Instant now() const override;
};

class FixedClock : public Clock {
public:
    explicit FixedClock(Instant now) : now_(now) {}
    Instant now() const override { return now_; }

private:
    Instant now_;
};

} // namespace qd
