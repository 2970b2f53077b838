#pragma once

#include "cli/environment.h"
#include "workspace/workspace.h"

#include <memory>
#include <string_view>

namespace evencart::cli {

// The profile that a command works on, opened (and made, under the login name) when it is first asked for, so that help
// and wrong use touch no disk. Holds the profile's lock until it goes.
class Session
{
public:
    Session(const Environment &environment, QString directory)
        : m_environment(environment), m_directory(std::move(directory))
    {
    }

    bool profileExists() const { return Profile::existsIn(m_directory); }
    const QString &directory() const { return m_directory; }

    Result<Workspace *> workspace() { return open(m_environment.loginName); }
    // REQUIRES: not opened yet.
    Result<Workspace *> make(const QString &memberName) { return open(memberName); }

    // The cart and the line that an argument names. Where a cart is damaged, the error says what can be done.
    Result<CartReplica *> cart(std::string_view text);
    Result<const LineView *> line(const CartReplica &cart, std::string_view text);

    static Error withAdvice(Error error);

private:
    Result<Workspace *> open(const QString &memberName);

    const Environment &m_environment;
    QString m_directory;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace evencart::cli
