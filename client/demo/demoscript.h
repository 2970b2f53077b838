#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// A demonstration as a text that people can read and write: who takes part, what they do, what each of them sees, and
// why. Played by DemoPlayer on a DemoStage: with the real programs, or on the laboratory's table.
//
//     title The last copy                    title.de: the same in German, as say.de
//     people Ann Ben                         letters and digits
//     cart Wishes: Ann Ben                   the first founds it, the others are members
//     goods book,A rare book,,19.00,EUR,1,   as in a catalogue file
//     say One copy is left.
//     Ann: add Wishes "2x milk"              a command of evencartctl; "Shop:" one of evencartd admin (demoacts.h)
//     Ann: checkout Wishes => refused        how it ends: done (meant without "=>"), failed, refused, unreachable
//     together                               at the same time; any of them may be the one that is refused
//       Ann: checkout Wishes
//       Ben: checkout Wishes
//     end => done refused
//     offline Ann / online Ann               the cable of one person
//     server stop / start                    the machine in the middle
//     server keep / old                      remembers the server as it is; puts that state back
//     Ann sees "milk" in Wishes: quantity 2, checked true
//     Ann sees no "milk" in Wishes           "in" may be left out where there is one cart
//     Ann sees "flour [g]": quantity 500     where two lines are called flour, the one in grams
//     Ann sees cart Wishes: pending 1        fields as in `cart show --json`
//     Ann sees "milk": bought_by "Ben 2"     of a list: a number is its length, else a text in it, or text and number
//     Ann sees goods book: stock 0           as last heard, without asking
//     Ann sees person Ben: role editor       asks the server
//     Ann sees orders: count 1
//     same Wishes                            everybody has the same, byte for byte
//     at 1.250                               in seconds from the beginning; with times, nothing waits for anything
//     network delay 300 loss 5               one way in milliseconds, and of a hundred messages
//
// Times and network are the laboratory's: real programs have real ones.
namespace evencart {

struct DemoText
{
    std::string english;
    std::string german; // may be empty

    const std::string &in(std::string_view language) const
    {
        return language == "de" && !german.empty() ? german : english;
    }
};

enum class DemoOutcome
{
    Done,
    Failed,
    Refused,
    Unreachable
};
std::string_view nameOf(DemoOutcome outcome);

struct DemoAct
{
    std::string actor; // a person, or "Shop"
    std::vector<std::string> words;

    bool isOperators() const { return actor == "Shop"; }
    std::string toString() const; // as it would be typed behind the name of the program
};

struct DemoSay
{
    DemoText text;
};
// One act, or several at the same time. The outcomes belong to no particular one of several.
struct DemoRace
{
    std::vector<DemoAct> acts;
    std::vector<DemoOutcome> outcomes; // as many, in the order of the enumeration
};
struct DemoCable
{
    std::string person;
    bool isPlugged = true;
};
struct DemoServer
{
    enum class What
    {
        Stop,
        Start,
        Keep,
        PutBack
    };
    What what = What::Stop;
};
std::string_view nameOf(DemoServer::What what);
struct DemoLook
{
    enum class At
    {
        Line,
        NoLine,
        Cart,
        Good,
        Person,
        Orders
    };
    std::string person;
    At at = At::Line;
    std::string name; // of the line, cart or person, or the good's sku
    std::string cart;
    std::vector<std::pair<std::string, std::string>> expected; // field and value

    std::string toString() const;
};
struct DemoAt
{
    std::uint64_t milliseconds = 0;
};
struct DemoNetwork
{
    std::uint64_t delay = 0;
    std::uint64_t lossPercent = 0;
};
struct DemoSame
{
    std::string cart;
};

struct DemoStep
{
    std::size_t line = 0; // of the text, from 1
    std::variant<DemoSay, DemoRace, DemoCable, DemoServer, DemoLook, DemoSame, DemoAt, DemoNetwork> what;
};

struct DemoCast
{
    struct Cart
    {
        std::string name;
        std::vector<std::string> people;
    };
    std::vector<std::string> people;
    std::vector<Cart> carts;
    std::vector<std::string> goods; // rows of a catalogue file

    const Cart *cart(std::string_view name) const;
    std::string catalogue() const; // the goods as such a file, with its head
};

struct DemoScript
{
    DemoText title;
    DemoCast cast;
    std::vector<DemoStep> steps;

    // Whether it says when things happen or what the network is like, which the laboratory alone can do.
    bool isTimed() const;
};

// InvalidInput with the line where the text makes no sense.
Result<DemoScript> readDemo(std::string_view text);

} // namespace evencart
