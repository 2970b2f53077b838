#pragma once

#include <algorithm>
#include <chrono>

namespace evencart::net {

// A rate limit that forgives bursts. Starts full. Not thread-safe; time arrives as an argument.
class TokenBucket
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    TokenBucket(double perSecond, double burst, TimePoint now)
        : m_perSecond(perSecond), m_burst(burst), m_tokens(burst), m_filledAt(now)
    {
    }

    // Takes `amount` and says whether it was there. What is taken beyond the bucket is not a debt.
    [[nodiscard]] bool take(double amount, TimePoint now)
    {
        const std::chrono::duration<double> passed = now - m_filledAt;
        m_tokens = std::min(m_burst, m_tokens + passed.count() * m_perSecond);
        m_filledAt = now;
        if (m_tokens < amount)
            return false;
        m_tokens -= amount;
        return true;
    }

private:
    double m_perSecond;
    double m_burst;
    double m_tokens;
    TimePoint m_filledAt;
};

} // namespace evencart::net
