#include "cli/session.h"

namespace evencart::cli {

Result<Workspace *> Session::open(const QString &memberName)
{
    if (!m_workspace) {
        auto opened = Workspace::open(m_directory, memberName, m_environment.clock, m_environment.random);
        if (!opened)
            return opened.error();
        m_workspace = std::move(*opened);
    }
    return m_workspace.get();
}

Error Session::withAdvice(Error error)
{
    if (error.code == ErrorCode::Corrupt)
        error.message += " Copy the profile's folder; then \"doctor --repair\" takes the damaged part out.";
    return error;
}

Result<CartReplica *> Session::cart(std::string_view text)
{
    const auto opened = workspace();
    if (!opened)
        return opened.error();
    const auto id = (*opened)->findCart(text);
    if (!id)
        return withAdvice(id.error());
    auto cart = (*opened)->cart(*id);
    return cart ? cart : withAdvice(cart.error());
}

Result<const LineView *> Session::line(const CartReplica &cart, std::string_view text)
{
    const auto opened = workspace();
    if (!opened)
        return opened.error();
    const auto id = (*opened)->findLine(cart, text);
    if (!id)
        return id.error();
    return cart.view().line(*id);
}

} // namespace evencart::cli
